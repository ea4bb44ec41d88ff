import { useEffect, useState } from 'react';
import type { ConfirmedDetail, ConnectConfig, SelectDetail } from 'connect-elements';
import type {} from 'connect-elements/react';

async function tokenProvider(): Promise<string> {
  const answer = await fetch('/token');
  return answer.text();
}

// By a `ref`, since JSX sets a property only when the element is defined by then.
function giveToken(config: ConnectConfig | null): void {
  if (config) config.tokenProvider = tokenProvider;
}

const tell = ({ type, detail }: CustomEvent<object>) => console.info(type, JSON.stringify(detail));

export function App() {
  const [invoiceNumber, setInvoiceNumber] = useState('7435367');
  const [method, setMethod] = useState('vippsEcommerce');
  const [kroner, setKroner] = useState(295);
  const [isShown, setShown] = useState(true);
  const [isPaid, setPaid] = useState(false);

  useEffect(() => {
    console.info('effect');
    void import('connect-elements');
  }, []);

  const onSelect = (event: CustomEvent<SelectDetail>) => {
    tell(event);
    setMethod(event.detail.paymentMethod);
  };
  const onConfirmed = (event: CustomEvent<ConfirmedDetail>) => {
    tell(event);
    setPaid(event.detail.confirmed);
  };

  return (
    <>
      <button onClick={() => setInvoiceNumber('7435368')}>Other invoice</button>
      <button onClick={() => setMethod('nexi')}>Choose Nexi</button>
      <button onClick={() => setKroner(kroner + 1)}>Render again</button>
      <button onClick={() => setShown(!isShown)}>Show or hide</button>
      <output>{method}</output>
      {isPaid && <p>Thank you</p>}
      {isShown && (
        <connect-config
          ref={giveToken}
          client-id="no.sandbox.newspaper"
          api-url="/capi"
          login-url="/connect-login"
        >
          <connect-payment-methods product-code="CO27409" />
          <connect-pay-invoice
            invoice-number={invoiceNumber}
            product-code="CO27409"
            company-code="5646903690"
            amount={`${kroner}.00`}
            value={method}
            onconnect-select={onSelect}
            onconnect-submit={tell}
            onconnect-redirect={tell}
            onconnect-outcome={tell}
            onconnect-confirmed={onConfirmed}
          />
        </connect-config>
      )}
    </>
  );
}
