import type { ServerResponse } from 'node:http';
import type { ServerEvent } from './protocol.ts';

/** What may wait for a page that does not listen; beyond that it has to begin anew. */
const mostWaiting = 64 * 1024 * 1024;

/** The pages that listen, and what they are told. */
export class EventStreams {
  private readonly open = new Set<ServerResponse>();
  /** The number of the last event. */
  told = 0;
  private waiting: string[] = [];

  add(response: ServerResponse): void {
    this.flush();
    response.on('close', () => this.open.delete(response));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': open\n\n');
    this.open.add(response);
  }

  /** What is told in one turn arrives in one piece, so that the grid is drawn once for all of it. */
  send(event: ServerEvent): void {
    this.told += 1;
    if (this.waiting.length === 0) setImmediate(() => this.flush());
    this.waiting.push(JSON.stringify(event));
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    const text = `id: ${this.told}\ndata: [${this.waiting.join(',')}]\n\n`;
    this.waiting = [];
    for (const stream of this.open) {
      if (stream.writableLength > mostWaiting) stream.destroy();
      else stream.write(text);
    }
  }

  close(): void {
    this.flush();
    for (const stream of this.open) stream.end();
  }
}
