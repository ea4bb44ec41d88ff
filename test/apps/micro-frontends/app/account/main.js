import { configure } from 'connect-elements';

const settings = await fetch('/examples/settings');
configure(await settings.json());
// Another team's application, which has been built and is served by itself.
const { mount } = await import('invoices/panel');
mount(document.querySelector('main'));
