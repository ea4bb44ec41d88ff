import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('connect-');

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
};
