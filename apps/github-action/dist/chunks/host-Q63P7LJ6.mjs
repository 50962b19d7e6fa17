import {
  abejaHost
} from "./chunk-IDOFPQE2.mjs";
import "./chunk-FPF5ZM7W.mjs";
import "./chunk-ACOSSJ57.mjs";
import "./chunk-ZRVTZJYU.mjs";
export {
  abejaHost
};
