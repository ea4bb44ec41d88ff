import { configure } from '/dist/cdn/connect-elements.js';

// Where the seamless view's script comes from is for a script to say, not for markup.
const config = document.querySelector('connect-config[operation-origins]');
configure({ scriptOrigins: config.getAttribute('operation-origins') });
