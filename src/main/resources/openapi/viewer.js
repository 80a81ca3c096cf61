SwaggerUIBundle({
  url: '/openapi/seedbed.yml',
  dom_id: '#viewer',
  deepLinking: true,
  docExpansion: 'list',
  validatorUrl: null,
});
