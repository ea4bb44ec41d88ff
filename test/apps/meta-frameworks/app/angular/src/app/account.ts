// src/app/account.ts
import {
  afterNextRender,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  DestroyRef,
  inject,
  signal,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import 'connect-elements';
import { listen } from 'connect-elements/listen';

@Component({
  selector: 'app-account',
  imports: [RouterLink],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>My account</h1>
      <connect-config
        client-id="no.sandbox.newspaper"
        api-url="http://localhost:8081/capi"
        login-url="http://localhost:8082/login"
        token-url="/account/token">
        <connect-payment-methods [attr.product-code]="invoice.product"></connect-payment-methods>
        <label>
          <input #terms type="checkbox" />
          I accept the terms.
        </label>
        <connect-pay-invoice
          #element
          [attr.invoice-number]="invoice.number"
          [attr.product-code]="invoice.product"
          [attr.company-code]="invoice.company"
          [attr.amount]="invoice.amount"></connect-pay-invoice>
      </connect-config>
      <p role="status">{{ said() }}</p>
      <a routerLink="/">Front page</a>
    </main>
  `,
})
export class Account {
  protected readonly invoice = {
    number: '7435500',
    product: 'CO27500',
    company: '5646903690',
    amount: '295.00',
  };
  protected readonly said = signal('');
  private readonly element = viewChild.required<ElementRef<HTMLElement>>('element');
  private readonly terms = viewChild.required<ElementRef<HTMLInputElement>>('terms');

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const heard = listen(this.element().nativeElement, {
        'connect-submit': (event) => {
          if (this.terms().nativeElement.checked) return;
          event.preventDefault();
          this.said.set('Please accept the terms first.');
        },
        'connect-outcome': ({ detail }) => console.log('came back', detail.outcome),
        'connect-confirmed': ({ detail }) => {
          if (detail.confirmed) this.said.set('The server says that it is paid.');
        },
      });
      destroyed.onDestroy(heard.stop);
    });
  }
}
