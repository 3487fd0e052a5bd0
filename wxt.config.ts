import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  manifest: { name: 'Renmai', browser_specific_settings: { gecko: { id: 'renmai@renmai.example' } } },
});
