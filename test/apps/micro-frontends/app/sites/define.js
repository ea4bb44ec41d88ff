// As a site that bundles what it uses.
import 'connect-elements';

export { configure } from 'connect-elements';
