using System.ComponentModel.DataAnnotations;

namespace HealthDoers.Web.Look.Forms;

/// <summary>Tells the form how long a text may be. The page judges it, once it is cleaned, in its own words.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class TypedLimitAttribute(int length) : MaxLengthAttribute(length)
{
    public override bool IsValid(object? value) => true;
}
