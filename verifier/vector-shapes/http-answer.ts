import type { HttpAnswer } from '../ethereum/classify-answer.ts';
import { type Decoder, field, has, integer, text } from '../json-fields.ts';

/** A recorded answer: `{ status, deny_reason?, retry_after?, body }`. */
export const httpAnswer: Decoder<HttpAnswer> = (value, at) => ({
  status: field(value, at, 'status', integer),
  denyReason: has(value, at, 'deny_reason') ? field(value, at, 'deny_reason', text) : null,
  retryAfter: has(value, at, 'retry_after') ? field(value, at, 'retry_after', text) : null,
  body: field(value, at, 'body', text),
});
