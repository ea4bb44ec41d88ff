import { fakes } from '../scenario.js';

test('fakes', fakes);
