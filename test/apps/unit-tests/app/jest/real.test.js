import { chooses, renders } from '../scenario.js';

test('chooses', chooses);
test('renders', renders);
