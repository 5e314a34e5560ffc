import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { isOwnRequest, type RequestTarget, targetOf } from './guard.ts';
import { HttpError } from './refusal.ts';

/** Answers a request that may be answered; what it throws becomes the answer. */
export type Answering = (
  request: IncomingMessage,
  response: ServerResponse,
  target: RequestTarget,
) => Promise<void>;

/**
 * A server that lets in only what its own page asks. Whatever a connection brings, it ends with an
 * answer or with the connection, and never with the server.
 */
export function openFrontDoor(key: string, answer: Answering): Server {
  const meet = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('cache-control', 'no-store');
      response.setHeader('cross-origin-resource-policy', 'same-origin');
      const { port } = server.address() as AddressInfo;
      await answer(request, response, admit(request, port, key));
    } catch (error) {
      refuse(response, error);
    }
  };
  const server = createServer((request, response) => {
    // Who asked has gone: nobody is left to be told.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    void meet(request, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => turnAway(error, socket));
  return server;
}

/** What a request asks for, where it may ask at all. */
function admit(request: IncomingMessage, port: number, key: string): RequestTarget {
  if (request.method !== 'GET' && request.method !== 'POST') {
    throw new HttpError(405, 'This server answers GET and POST only.');
  }
  const target = targetOf(request.url);
  if (!target) throw new HttpError(400, 'This is no address of this server.');
  if (!isOwnRequest(request, target, port, key)) {
    throw new HttpError(403, 'Only the page of this server may ask for that.');
  }
  return target;
}

/** Answers with what went wrong: in a sentence where it is foreseen, in the terminal where not. */
function refuse(response: ServerResponse, error: unknown): void {
  const foreseen = error instanceof HttpError;
  if (!foreseen) console.error(error);
  if (response.destroyed) return;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // The rest of a body that nobody reads would be taken for the next request.
  if (!response.req.complete) response.setHeader('connection', 'close');
  if (foreseen && error.status === 405) response.setHeader('allow', 'GET, POST');
  response.removeHeader('content-disposition');
  response.writeHead(foreseen ? error.status : 500, {
    'content-type': 'text/plain; charset=utf-8',
  });
  response.end(foreseen ? error.message : 'Something went wrong. The terminal says what.');
}

const unreadable: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Ends a connection that speaks no HTTP, with a word where nothing has been said on it yet. */
function turnAway(error: NodeJS.ErrnoException, socket: Duplex & { bytesWritten?: number }): void {
  if (!socket.writable || socket.bytesWritten !== 0) {
    socket.destroy();
    return;
  }
  const status = unreadable[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
