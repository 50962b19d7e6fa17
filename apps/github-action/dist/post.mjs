import {
  runPost
} from "./chunks/chunk-ZK24KKFT.mjs";

// action:post
await runPost();
