const { join } = require("node:path");
const attributes = require("./attributes.js");

// A plugin of Taro that lets elements carry their aria attributes into WeChat's templates.
module.exports = (context) =>
  context.registerMethod({
    name: "onSetupClose",
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(context, attributes);
      platform.runtimePath = [platform.runtimePath, join(__dirname, "runtime.js")].flat();
    },
  });
