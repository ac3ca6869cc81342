using SpecPush.Tool;

return await new ToolProgram(ProcessEnvironment.Take(), Environment.CurrentDirectory).RunAsync(args);
