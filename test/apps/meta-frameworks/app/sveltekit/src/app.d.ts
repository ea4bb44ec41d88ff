import type {} from 'connect-elements/svelte';
