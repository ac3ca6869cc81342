// Each test has a server of its own, or one that its class shares for reading.
[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]
