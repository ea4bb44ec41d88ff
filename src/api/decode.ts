import { ConnectError } from './errors.js';

/** An object whose fields are still unknown. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An answer that is not what the contract says; `name` names the field. */
export function invalidResponse(name: string): ConnectError {
  return new ConnectError('invalid-response', `${name} is not as documented`);
}

/**
 * @throws {ConnectError} `declined` when the server says `success: false`, which is no answer to a
 * question either; `invalid-response` when the body is not a JSON object.
 */
export function decodeObject(value: unknown): JsonObject {
  if (!isObject(value)) throw invalidResponse('body');
  if (value['success'] === false) throw new ConnectError('declined', 'success: false');
  return value;
}

/**
 * A list field. Absent and null are an empty list: the contract requires no field, and servers that
 * leave out empty lists are common. Where something else is listed instead, nobody can say that nothing is.
 *
 * @param beside The field that such an answer has, and this one may be absent.
 * @throws {ConnectError} `invalid-response` when the field holds anything else.
 */
export function decodeList(body: unknown, name: string, beside = name): readonly unknown[] {
  const answer = decodeObject(body);
  const isElsewhere = !(name in answer || beside in answer) && isListing(answer);
  const value = answer[name] ?? [];
  if (Array.isArray(value) && !isElsewhere) return value;
  throw invalidResponse(name);
}

function isListing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value) && Object.values(value).some(isListing);
}

/**
 * The id of a created transaction or payment change.
 *
 * @throws {ConnectError} `declined` when the server says `success: false`; `invalid-response` when the
 * id is not a positive safe integer, since a rounded id would be somebody else's.
 */
export function decodeTransactionId(body: unknown, name: string): number {
  const { [name]: id } = decodeObject(body);
  if (isTransactionId(id)) return id;
  throw invalidResponse(name);
}

export function isTransactionId(id: unknown): id is number {
  return Number.isSafeInteger(id) && Number(id) > 0;
}

/** A text field; numbers as text, anything else as an empty text. */
export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The same without the white space with which some servers fill a field up. */
export function trimmed(value: unknown): string {
  return text(value).trim();
}

type Decoder = (value: unknown) => unknown;

/** The named fields of an object, each read by its own decoder; others are left out. */
export function decodeFields<Decoders extends Readonly<Record<string, Decoder>>>(
  fields: JsonObject,
  decoders: Decoders,
): { readonly [Name in keyof Decoders]: ReturnType<Decoders[Name]> };
export function decodeFields(
  fields: JsonObject,
  decoders: Readonly<Record<string, Decoder>>,
): JsonObject {
  const decoded: Record<string, unknown> = {};
  for (const [name, decode] of Object.entries(decoders)) decoded[name] = decode(fields[name]);
  return decoded;
}
