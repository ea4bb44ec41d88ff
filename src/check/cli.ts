#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isBare, isSecure, withoutSlash } from '../api/address.js';
import { configError, toConnectError } from '../api/errors.js';
import { checkToken } from '../api/token.js';
import { world } from '../platform/world.js';
import { check, type CheckOptions, type Failure } from './check.js';
import { writtenDialect, writtenFindings } from './written.js';

const help = `connect-elements check: which of what is assumed of the Connect API holds. It reads, with GET alone.

  --api-url URL         the API, or a proxy for it
  --token-file FILE     an access token of a subscriber, by itself in a file
  --product-code CODE   of a product of that subscriber
  --came-back ADDRESS   an address that the login server has sent a payer back to
  --write FILE          where the dialect that would fit goes; on the screen when absent

Prints names and types of fields, and no values. Ends with 0 when all that could be told is as assumed, with 1 when
something differs, with 2 when nothing could be read.`;

const options = {
  'api-url': { type: 'string' },
  'token-file': { type: 'string' },
  'product-code': { type: 'string' },
  'came-back': { type: 'string' },
  write: { type: 'string' },
  help: { type: 'boolean' },
} as const;

interface Asked extends CheckOptions {
  readonly write: string | undefined;
}

/** @throws {ConnectError} `config` naming the option that is missing or wrong. */
async function asked(
  values: Readonly<Record<string, string | boolean | undefined>>,
): Promise<Asked> {
  const given = (name: string) => {
    const value = values[name];
    return typeof value === 'string' && value ? value : undefined;
  };
  const required = (name: string, expected: string) => {
    const value = given(name);
    if (value) return value;
    throw configError(`--${name}`, expected);
  };
  const address = required('api-url', 'an https address');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !isSecure(url) || !isBare(url)) throw configError('--api-url', 'an https address');
  const file = required('token-file', 'a file with an access token');
  const token = checkToken((await readFile(file, 'utf8')).trim());
  const access = { id: 'check', token: () => Promise.resolve(token) };
  return {
    api: { url: withoutSlash(url), access, world, dialect: {} },
    productCode: required('product-code', 'the code of a product'),
    cameBack: given('came-back'),
    write: given('write'),
  };
}

function failed({ path, code, status }: Failure): string {
  return `GET ${path} failed: ${code}${status ? ` (HTTP ${status})` : ''}`;
}

async function perform(given: Asked): Promise<number> {
  const { findings, failures, isRead } = await check(given);
  for (const failure of failures) console.error(failed(failure));
  console.log(writtenFindings(findings));
  const dialect = writtenDialect(findings);
  if (dialect && given.write) await writeFile(given.write, dialect);
  else if (dialect) console.log(`\n${dialect}`);
  if (dialect) return 1;
  return isRead ? 0 : 2;
}

/** @returns what the process ends with. */
async function run(line: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...line], options, allowPositionals: true });
    if (values.help || positionals[0] !== 'check') {
      console.log(help);
      return values.help ? 0 : 2;
    }
    return await perform(await asked(values));
  } catch (cause) {
    console.error(toConnectError(cause).message);
    return 2;
  }
}

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
