import type { ServerResponse } from 'node:http';
import type { ServerEvent } from './protocol.ts';

/** What may wait for a page that does not listen; beyond that it has to begin anew. */
const mostWaiting = 64 * 1024 * 1024;

/** The pages that listen, and what they are told. */
export class EventStreams {
  private readonly open = new Set<ServerResponse>();
  /** The number of the last event. */
  told = 0;

  add(response: ServerResponse): void {
    response.on('close', () => this.open.delete(response));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': open\n\n');
    this.open.add(response);
  }

  send(event: ServerEvent): void {
    this.told += 1;
    const text = `id: ${this.told}\ndata: ${JSON.stringify(event)}\n\n`;
    for (const stream of this.open) {
      if (stream.writableLength > mostWaiting) stream.destroy();
      else stream.write(text);
    }
  }

  close(): void {
    for (const stream of this.open) stream.end();
  }
}
