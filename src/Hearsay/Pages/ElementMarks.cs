using AngleSharp.Dom;

namespace Hearsay.Pages;

/// <summary>The attributes of an element that anything is read from, taken in one look; null where it does not have one.</summary>
internal struct ElementMarks
{
    /// <summary>class.</summary>
    public string? Class { get; private set; }

    /// <summary>id.</summary>
    public string? Id { get; private set; }

    /// <summary>itemprop.</summary>
    public string? Property { get; private set; }

    /// <summary>rel.</summary>
    public string? Rel { get; private set; }

    /// <summary>content.</summary>
    public string? Content { get; private set; }

    /// <summary>datetime, else data-time.</summary>
    public string? Time => dateTime ?? dataTime;

    /// <summary>datetime, else content: the value that goes with an itemprop.</summary>
    public string? Value => dateTime ?? Content;

    /// <summary>What the element is for: role, else a name given for tests, components or those who cannot see it.</summary>
    public string? Role => role ?? test ?? component ?? label;

    /// <summary>True where the element says that it is not shown.</summary>
    public bool IsHidden => hidden is not null ? hidden != "false" : silent == "true" || (style is { Length: > 0 } && HidesByStyle(style));

    private string? dateTime;
    private string? dataTime;
    private string? role;
    private string? test;
    private string? component;
    private string? label;
    private string? hidden;
    private string? silent;
    private string? style;

    /// <summary>Those of an element.</summary>
    public static ElementMarks Of(IElement element)
    {
        var marks = default(ElementMarks);
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is { } attribute) marks.Take(attribute.Name, attribute.Value);
        }
        return marks;
    }

    private void Take(string name, string value)
    {
        switch (name)
        {
            case "class": Class = value; break;
            case "id": Id = value; break;
            case "itemprop": Property = value; break;
            case "rel": Rel = value; break;
            case "content": Content = value; break;
            case "datetime": dateTime = value; break;
            case "data-time": dataTime = value; break;
            case "role": role = value; break;
            case "data-testid": test = value; break;
            case "data-component": component = value; break;
            case "aria-label": label = value; break;
            case "hidden": hidden = value; break;
            case "aria-hidden": silent = value; break;
            case "style": style = value; break;
        }
    }

    private static bool HidesByStyle(string style) =>
        style.Contains("none", StringComparison.OrdinalIgnoreCase)
        && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
}
