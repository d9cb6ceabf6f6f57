# One image for API and worker (ROLE says which), one for the console behind nginx.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs/contracts/package.json libs/contracts/
COPY libs/api-client/package.json libs/api-client/
COPY libs/disclosure-proof/package.json libs/disclosure-proof/
COPY server/package.json server/
COPY apps/console/package.json apps/console/
COPY apps/wechat-sandbox/package.json apps/wechat-sandbox/
COPY apps/e2e/package.json apps/e2e/
COPY miniprogram/package.json miniprogram/

FROM packages AS build
RUN npm ci --include=dev --workspace @yinuo/server --workspace @yinuo/console --include-workspace-root
COPY tsconfig.base.json ./
COPY libs libs
COPY server server
COPY apps/console apps/console
RUN npm run build --workspace @yinuo/server && npm run build --workspace @yinuo/console

FROM packages AS server-packages
RUN npm ci --omit=dev --workspace @yinuo/server --ignore-scripts

FROM node:24-bookworm-slim AS server
ENV NODE_ENV=production PORT=3100
WORKDIR /app
COPY --from=server-packages /app/node_modules node_modules
COPY --from=server-packages /app/server server
COPY libs libs
COPY --from=build /app/server/dist server/dist
COPY LICENSE ./
USER node
EXPOSE 3100
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:3100/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "--enable-source-maps", "server/dist/main.js"]

FROM nginx:1.28-alpine AS console
COPY tools/docker/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /app/apps/console/dist /usr/share/nginx/html
