import { libreOffice } from './libreoffice.ts';

/** Ends the run with one sentence where what it needs is not there. Nothing is passed over. */
export default function needsLibreOffice(): void {
  if (libreOffice !== null) return;
  console.error(
    'npm run test:office needs LibreOffice: no command soffice or libreoffice is here.',
  );
  process.exit(1);
}
