import { test } from 'node:test';
import { fakes } from '../scenario.js';

test('fakes', fakes);
