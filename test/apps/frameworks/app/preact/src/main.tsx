import { render } from 'preact';
import { App } from './App.js';

const main = document.querySelector('main');
if (main) render(<App />, main);

void import('connect-elements');
