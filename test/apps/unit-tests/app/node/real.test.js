import { test } from 'node:test';
import { chooses, pays, renders } from '../scenario.js';

test('chooses', chooses);
test('pays', pays);
test('renders', renders);
