/** A request that a node refuses, with the JSON-RPC error code it gives. */
export class RefusedRequest extends Error {
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.name = 'RefusedRequest';
    this.code = code;
    this.data = data;
  }
}
