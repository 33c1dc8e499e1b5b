/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-markup.h"

#include <string.h>

#define MAX_REFERENCE 12
#define MAX_VALUE 200

/* One "&…;" from @at on, or the sign alone where it is none. Returns behind it. */
static gsize
add_reference (SfBytes bytes, gsize at, GString *text)
{
  static const struct
  {
    const char *name;
    char c;
  } known[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' } };
  gsize room = MIN (bytes.length - at, MAX_REFERENCE);
  const guint8 *end = memchr (bytes.data + at, ';', room);
  g_autofree char *name = NULL;
  guint64 number = 0;

  if (end == NULL)
    {
      g_string_append_c (text, '&');
      return at + 1;
    }
  name = g_strndup ((const char *)bytes.data + at + 1, (gsize)(end - bytes.data) - at - 1);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (name, known[i].name))
      g_string_append_c (text, known[i].c);
  if (name[0] == '#' && (name[1] == 'x' || name[1] == 'X'))
    number = g_ascii_strtoull (name + 2, NULL, 16);
  else if (name[0] == '#')
    number = g_ascii_strtoull (name + 1, NULL, 10);
  if (number > 0 && number <= 0x10ffff && g_unichar_validate ((gunichar)number))
    g_string_append_unichar (text, (gunichar)number);
  return (gsize)(end - bytes.data) + 1;
}

static void
add_characters (SfBytes bytes, GString *text)
{
  gsize at = 0;

  while (text != NULL && at < bytes.length && text->len < 2 * SF_PREVIEW_MAX_TEXT)
    {
      const guint8 *sign = memchr (bytes.data + at, '&', bytes.length - at);
      gsize end = sign != NULL ? (gsize)(sign - bytes.data) : bytes.length;

      g_string_append_len (text, (const char *)bytes.data + at, (gssize)(end - at));
      at = sign != NULL ? add_reference (bytes, end, text) : end;
    }
}

/* Behind @what, or the end. */
static gsize
skip_to (SfMarkup *markup, const char *what)
{
  SfBytes bytes = markup->bytes;
  const guint8 *found
      = memmem (bytes.data + markup->at, bytes.length - markup->at, what, strlen (what));

  return found != NULL ? (gsize)(found - bytes.data) + strlen (what) : bytes.length;
}

/* Behind the ">" that ends the tag: one within a value does not. */
static gsize
find_tag_end (SfBytes bytes, gsize at)
{
  guint8 quote = 0;

  for (; at < bytes.length; at++)
    {
      guint8 c = bytes.data[at];

      if (quote != 0)
        quote = c == quote ? 0 : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '>')
        return at + 1;
    }
  return bytes.length;
}

static gboolean
is_blank (guint8 c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
read_tag (SfMarkup *markup, SfMark *mark)
{
  SfBytes bytes = markup->bytes;
  gsize start = markup->at + 1, end = find_tag_end (bytes, start), name;
  gboolean ending = start < bytes.length && bytes.data[start] == '/';

  markup->at = end;
  end = end > start && bytes.data[end - 1] == '>' ? end - 1 : end;
  mark->tag = sf_bytes_part (bytes, start, end - start);
  mark->opens = !ending;
  mark->closes = ending || (end > start && bytes.data[end - 1] == '/');
  start += ending ? 1 : 0;
  for (name = start; name < end && !is_blank (bytes.data[name]) && bytes.data[name] != '/'; name++)
    ;
  mark->name = start <= end ? sf_bytes_part (bytes, start, name - start) : (SfBytes){ 0 };
}

gboolean
sf_markup_next (SfMarkup *markup, SfMark *mark, GString *text)
{
  SfBytes bytes = markup->bytes;

  while (markup->at < bytes.length)
    {
      const guint8 *sign = memchr (bytes.data + markup->at, '<', bytes.length - markup->at);
      gsize end = sign != NULL ? (gsize)(sign - bytes.data) : bytes.length;

      add_characters (sf_bytes_part (bytes, markup->at, end - markup->at), text);
      markup->at = end;
      if (SF_BYTES_IS (bytes, end, "<!--"))
        markup->at = skip_to (markup, "-->");
      else if (SF_BYTES_IS (bytes, end, "<?"))
        markup->at = skip_to (markup, "?>");
      else if (SF_BYTES_IS (bytes, end, "<!"))
        return FALSE;
      else if (sign != NULL)
        {
          read_tag (markup, mark);
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
sf_mark_is (const SfMark *mark, const char *name)
{
  return mark->name.length == strlen (name)
         && memcmp (mark->name.data, name, mark->name.length) == 0;
}

char *
sf_mark_get (const SfMark *mark, const char *attribute)
{
  SfBytes tag = sf_bytes_part (mark->tag, 0, MIN (mark->tag.length, 4096));
  g_autofree char *sought = g_strconcat (" ", attribute, "=\"", NULL);
  const guint8 *found = memmem (tag.data, tag.length, sought, strlen (sought));
  const guint8 *value, *end;

  if (found == NULL)
    return NULL;
  value = found + strlen (sought);
  end = memchr (value, '"', MIN ((gsize)(tag.data + tag.length - value), MAX_VALUE));
  return end != NULL ? g_strndup ((const char *)value, (gsize)(end - value)) : NULL;
}

char *
sf_markup_find (SfBytes bytes, const char *name)
{
  SfMarkup markup = { bytes, 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean within = FALSE;
  SfMark mark;

  while (sf_markup_next (&markup, &mark, within ? text : NULL))
    {
      if (within && mark.closes && sf_mark_is (&mark, name))
        return sf_text_tidy (text->str, text->len, SF_PREVIEW_MAX_TITLE);
      within = within || (mark.opens && !mark.closes && sf_mark_is (&mark, name));
    }
  return NULL;
}
