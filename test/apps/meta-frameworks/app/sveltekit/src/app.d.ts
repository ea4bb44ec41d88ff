// src/app.d.ts
import type {} from 'connect-elements/svelte';
