export function makeWholeFolder(
  target: string,
  fill: (folder: string) => Promise<unknown>,
): Promise<void>;
