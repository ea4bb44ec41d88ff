import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from 'connect-elements/client';
// The handbook's example, which is put here before the app is built.
import { OwnLook } from './OwnLook.jsx';

const client = createClient({
  url: `${location.origin}/capi`,
  token: () => fetch('/token').then((answer) => answer.text()),
});
const invoice = { invoiceNumber: '7435367', productCode: 'CO27409', companyCode: '5646903690' };

createRoot(document.querySelector('main')).render(
  <StrictMode>
    <OwnLook
      client={client}
      invoice={invoice}
      clientId="no.sandbox.newspaper"
      loginUrl={`${location.origin}/connect-login`}
      paymentMethod="vippsEcommerce"
    />
  </StrictMode>,
);
