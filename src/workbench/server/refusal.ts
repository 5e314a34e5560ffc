/** Why a request is not answered as it asks: a status of HTTP and a sentence for a person. */
export class HttpError extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 405 | 409 | 413,
    sentence: string,
  ) {
    super(sentence);
  }
}
