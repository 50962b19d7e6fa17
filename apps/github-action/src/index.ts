export * from './face/index.ts';
export { vendors } from './vendors/index.ts';
export type { AnyVendorHost, Credential, Vendor, VendorHost } from './vendors/vendor.ts';
