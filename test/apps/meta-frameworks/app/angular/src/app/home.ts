import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-home',
  imports: [RouterLink],
  template: `
    <main>
      <h1>Newspaper</h1>
      <a routerLink="/account">My account</a>
    </main>
  `,
})
export class Home {}
