using Xunit.Abstractions;
using Xunit.Sdk;

namespace ActorCafe.Cluster.Tests.Conditions;

/// <summary>
/// A test that is skipped, with the reason, where something it <see cref="NeedsAttribute">needs</see> is missing. Unlike
/// <c>Skip</c> of a fact it looks at the class that runs, so one specification can run over several stores.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ActorCafe.Cluster.Tests.Conditions.ConditionalFactDiscoverer", TestAssembly.Name)]
public sealed class ConditionalFactAttribute : FactAttribute;

/// <summary>Found by xunit through its name.</summary>
public sealed class ConditionalFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new ConditionalTestCase(
            DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

public sealed class ConditionalTestCase : XunitTestCase
{
    [Obsolete("For the runner alone, which makes it from its serialized form.", error: true)]
    public ConditionalTestCase()
    {
    }

    public ConditionalTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute)
    {
        var needs = TestMethod.Method.GetCustomAttributes(typeof(NeedsAttribute))
            .Concat(TestMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsAttribute)));
        return needs.OfType<IReflectionAttributeInfo>()
            .Select(need => ((NeedsAttribute)need.Attribute).Missing)
            .FirstOrDefault(reason => reason is not null) ?? base.GetSkipReason(factAttribute);
    }
}
