import {
  abejaHost
} from "./chunk-CNTQRBBO.mjs";
import "./chunk-W5UDJ4HI.mjs";
import "./chunk-THHNOTRZ.mjs";
import "./chunk-XU2UWZ46.mjs";
export {
  abejaHost
};
