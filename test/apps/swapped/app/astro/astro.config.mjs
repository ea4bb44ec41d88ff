import { defineConfig } from 'astro/config';

// As it comes: pages are rendered when the site is built.
export default defineConfig({ telemetry: false, build: { format: 'file' } });
