import { render } from 'solid-js/web';
import { App } from './App.jsx';

const main = document.querySelector('main');
if (main) render(() => <App />, main);

void import('connect-elements');
