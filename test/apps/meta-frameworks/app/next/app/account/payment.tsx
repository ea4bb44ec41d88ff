// app/account/payment.tsx
'use client';

import { useEffect, useRef, useState } from 'react';
import 'connect-elements';
import { listen } from 'connect-elements/listen';
import type { ConnectPayInvoice } from 'connect-elements/pay-invoice';
import type {} from 'connect-elements/react';

type Invoice = Readonly<Record<'number' | 'product' | 'company' | 'amount', string>>;

export function Payment({ number, product, company, amount }: Invoice) {
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
    <>
      <label>
        <input type="checkbox" ref={terms} /> I accept the terms.
      </label>
      <connect-pay-invoice
        ref={element}
        invoice-number={number}
        product-code={product}
        company-code={company}
        amount={amount}
      />
      <p role="status">{said}</p>
    </>
  );
}
