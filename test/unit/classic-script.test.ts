// In every engine: each says in its own words that a script should have been a module.
import { expect } from '@open-wc/testing';

/** What the handbook quotes, in `consent-managers.md`. */
const quoted = [
  "Uncaught SyntaxError: Unexpected token 'export'",
  'SyntaxError: export declarations may only appear at top level of a module',
  "SyntaxError: Unexpected keyword 'export'",
];

describe('a module that is run as a classic script', () => {
  it('is told by the browser in the words that the handbook quotes', async () => {
    const said: string[] = [];
    const { onerror } = window;
    window.onerror = (event) => {
      if (typeof event === 'string') said.push(event);
      return true;
    };
    // How the file with all elements ends.
    const file = new Blob(['var a = 1; export { a as version };'], { type: 'text/javascript' });
    const script = document.createElement('script');
    script.src = URL.createObjectURL(file);
    await new Promise((onload) => document.body.append(Object.assign(script, { onload })));
    script.remove();
    window.onerror = onerror;
    expect(said).to.have.length(1);
    expect(quoted).to.include(said[0]);
  });
});
