import { isObject } from '../api/decode.js';
import type { ConnectError } from '../api/errors.js';
import { assumedAnswers } from '../api/http.js';
import { shapeOf } from '../api/note.js';
import { judged, open, type Finding } from './finding.js';
import { asSource } from './leaves.js';
import { isNamed } from './words.js';

const messageWords = ['message', 'description', 'detail', 'reason', 'title', 'error'];

/** What a refusal says of `errorMessage`, and of `retryAfter` when it came for too many requests. */
export function checkRefusal(refusal: ConnectError | undefined): readonly Finding[] {
  const waiting = open('retryAfter', 'nothing was refused for too many requests');
  if (!isObject(refusal?.body)) {
    return [open('errorMessage', 'no refusal came with a body to read'), waiting];
  }
  const { body } = refusal;
  const isHeld = Boolean(assumedAnswers.errorMessage(body));
  const texts = Object.keys(body).filter((name) => typeof body[name] === 'string');
  const field = messageWords.flatMap((word) => texts.filter((name) => isNamed(name, [word])))[0];
  const source = field && `(body) => ${asSource('body', [field])}`;
  return [judged('errorMessage', isHeld, shapeOf(body), source), waiting];
}
