// app/routes/account.tsx
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import 'connect-elements';
import { listen } from 'connect-elements/listen';
import type { ConnectPayInvoice } from 'connect-elements/pay-invoice';
import type {} from 'connect-elements/react';
import type { Route } from './+types/account';

export function loader() {
  return { number: '7435500', product: 'CO27500', company: '5646903690', amount: '295.00' };
}

export default function Account({ loaderData: invoice }: Route.ComponentProps) {
  const element = useRef<ConnectPayInvoice>(null);
  const terms = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (!element.current) return;
    const heard = listen(element.current, {
      'connect-submit': (event) => {
        if (terms.current?.checked) return;
        event.preventDefault();
        setSaid('Please accept the terms first.');
      },
      'connect-outcome': ({ detail }) => console.log('came back', detail.outcome),
      'connect-confirmed': ({ detail }) => {
        if (detail.confirmed) setSaid('The server says that it is paid.');
      },
    });
    return heard.stop;
  }, []);

  return (
    <main>
      <h1>My account</h1>
      <connect-config
        client-id="no.sandbox.newspaper"
        api-url="http://localhost:8081/capi"
        login-url="http://localhost:8082/login"
        token-url="/account/token">
        <connect-payment-methods product-code={invoice.product} />
        <label>
          <input type="checkbox" ref={terms} /> I accept the terms.
        </label>
        <connect-pay-invoice
          ref={element}
          invoice-number={invoice.number}
          product-code={invoice.product}
          company-code={invoice.company}
          amount={invoice.amount}
        />
      </connect-config>
      <p role="status">{said}</p>
      <Link to="/">Front page</Link>
    </main>
  );
}
