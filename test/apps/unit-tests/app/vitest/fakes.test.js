import { test } from 'vitest';
import { fakes } from '../scenario.js';

test('fakes', fakes);
