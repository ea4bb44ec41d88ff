import { createSignal, Show } from 'solid-js';
import type { ConfirmedDetail, SelectDetail } from 'connect-elements';
import type {} from 'connect-elements/solid';

async function tokenProvider(): Promise<string> {
  const answer = await fetch('/token');
  return answer.text();
}

const tell = ({ type, detail }: CustomEvent<object>) => console.info(type, JSON.stringify(detail));

export function App() {
  const [invoiceNumber, setInvoiceNumber] = createSignal('7435367');
  const [method, setMethod] = createSignal('vippsEcommerce');
  const [kroner, setKroner] = createSignal(295);
  const [isShown, setShown] = createSignal(true);
  const [isPaid, setPaid] = createSignal(false);

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
      <button onClick={() => setKroner(kroner() + 1)}>Render again</button>
      <button onClick={() => setShown(!isShown())}>Show or hide</button>
      <output>{method()}</output>
      <Show when={isPaid()}>
        <p>Thank you</p>
      </Show>
      <Show when={isShown()}>
        <connect-config
          prop:tokenProvider={tokenProvider}
          client-id="no.sandbox.newspaper"
          api-url="/capi"
          login-url="/connect-login"
        >
          <connect-payment-methods product-code="CO27409" />
          <connect-pay-invoice
            attr:invoice-number={invoiceNumber()}
            product-code="CO27409"
            company-code="5646903690"
            prop:amount={`${kroner()}.00`}
            value={method()}
            on:connect-select={onSelect}
            on:connect-submit={tell}
            on:connect-redirect={tell}
            on:connect-outcome={tell}
            on:connect-confirmed={onConfirmed}
          />
        </connect-config>
      </Show>
    </>
  );
}
