/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-mail.h"

#include <string.h>

#define MAX_HEAD ((gsize)256 << 10)
#define MAX_HEADER 4000
#define MAX_BODY ((gsize)4 << 20)

/* The empty line ends the head. */
void
sf_mail_split (SfBytes bytes, SfMailPart *part)
{
  gsize room = MIN (bytes.length, MAX_HEAD);
  const guint8 *unix_end = memmem (bytes.data, room, "\n\n", 2);
  const guint8 *mail_end = memmem (bytes.data, room, "\r\n\r\n", 4);
  gsize end = room, skip = 0;

  if (unix_end != NULL)
    {
      end = (gsize)(unix_end - bytes.data) + 1;
      skip = 1;
    }
  if (mail_end != NULL && (gsize)(mail_end - bytes.data) < end)
    {
      end = (gsize)(mail_end - bytes.data) + 2;
      skip = 2;
    }
  part->head = sf_bytes_part (bytes, 0, end);
  part->body = sf_bytes_part (bytes, end + skip, bytes.length - MIN (bytes.length, end + skip));
}

static gsize
find_line_end (SfBytes bytes, gsize at)
{
  const guint8 *end = memchr (bytes.data + at, '\n', bytes.length - at);

  return end != NULL ? (gsize)(end - bytes.data) + 1 : bytes.length;
}

char *
sf_mail_get (const SfMailPart *part, const char *header)
{
  SfBytes head = part->head;
  gsize length = strlen (header), next;
  g_autoptr (GString) value = NULL;

  for (gsize at = 0; at < head.length; at = next)
    {
      gboolean folded = head.data[at] == ' ' || head.data[at] == '\t';

      next = find_line_end (head, at);
      if (value != NULL && (!folded || value->len > MAX_HEADER))
        break;
      if (value == NULL && next - at > length && head.data[at + length] == ':'
          && g_ascii_strncasecmp ((const char *)head.data + at, header, length) == 0)
        {
          value = g_string_new (NULL);
          at += length + 1;
        }
      if (value != NULL)
        g_string_append_len (value, (const char *)head.data + at,
                             (gssize)MIN (next - at, MAX_HEADER));
    }
  if (value == NULL)
    return NULL;
  for (gsize i = 0; i < value->len; i++)
    if (value->str[i] == '\0' || strchr ("\r\n\t", value->str[i]) != NULL)
      value->str[i] = ' ';
  return g_strdup (g_strstrip (value->str));
}

static int
read_hex (const char *p)
{
  int high = g_ascii_xdigit_value (p[0]);
  int low = high >= 0 ? g_ascii_xdigit_value (p[1]) : -1;

  return low >= 0 ? high << 4 | low : -1;
}

/* @header: "_" is a space there, and lines do not go on. */
static GByteArray *
unquote (const char *text, gsize length, gboolean header)
{
  GByteArray *bytes = g_byte_array_new ();

  for (gsize i = 0; i < length; i++)
    {
      guint8 c = (guint8)text[i];
      int coded = c == '=' && i + 2 < length ? read_hex (text + i + 1) : -1;

      if (coded >= 0)
        {
          c = (guint8)coded;
          i += 2;
        }
      else if (c == '=' && !header && i + 1 < length && text[i + 1] == '\n')
        {
          i++;
          continue;
        }
      else if (c == '=' && !header && i + 2 < length && text[i + 1] == '\r')
        {
          i += 2;
          continue;
        }
      else if (c == '_' && header)
        c = ' ';
      g_byte_array_append (bytes, &c, 1);
    }
  return bytes;
}

static GByteArray *
unpack_base64 (const char *text, gsize length)
{
  int state = 0;
  guint save = 0;
  g_autofree guint8 *out = g_malloc (length / 4 * 3 + 4);
  gsize got = g_base64_decode_step (text, length, out, &state, &save);

  return g_byte_array_new_take (g_steal_pointer (&out), got);
}

/* "=?utf-8?B?…?=" at @text; @end receives what is behind it. NULL where it is none. */
static char *
decode_word (const char *text, const char **end)
{
  const char *charset = text + 2, *way = strchr (charset, '?'), *coded, *stop;
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree char *name = NULL;
  char *star;

  if (way == NULL || way - charset > 40 || way[1] == '\0' || way[2] != '?')
    return NULL;
  coded = way + 3;
  stop = strstr (coded, "?=");
  if (stop == NULL)
    return NULL;
  name = g_strndup (charset, (gsize)(way - charset));
  star = strchr (name, '*'); /* the language may follow */
  if (star != NULL)
    *star = '\0';
  bytes = g_ascii_tolower (way[1]) == 'b' ? unpack_base64 (coded, (gsize)(stop - coded))
                                          : unquote (coded, (gsize)(stop - coded), TRUE);
  *end = stop + 2;
  return sf_text_from_bytes ((SfBytes){ bytes->data, bytes->len }, name);
}

char *
sf_mail_decode_words (const char *text)
{
  g_autoptr (GString) decoded = g_string_new (NULL);
  gsize after_word = 0; /* the blanks between two coded words do not count */

  while (*text != '\0')
    {
      const char *end = NULL;
      g_autofree char *word = g_str_has_prefix (text, "=?") ? decode_word (text, &end) : NULL;

      if (word != NULL)
        {
          if (after_word > 0
              && strspn (decoded->str + after_word, " ") == decoded->len - after_word)
            g_string_truncate (decoded, after_word);
          g_string_append (decoded, word);
          after_word = decoded->len;
        }
      else
        g_string_append_c (decoded, *text);
      text = end != NULL ? end : text + 1;
    }
  return sf_text_tidy (decoded->str, decoded->len, SF_PREVIEW_MAX_TITLE);
}

char *
sf_mail_get_parameter (const char *value, const char *name)
{
  gsize length = strlen (name);

  for (const char *p = value; p != NULL && *p != '\0'; p = strchr (p, ';'))
    {
      p += strspn (p, "; \t");
      if (g_ascii_strncasecmp (p, name, length) == 0 && p[length] == '=')
        {
          const char *start = p + length + 1;

          if (*start == '"')
            return g_strndup (start + 1, strcspn (start + 1, "\""));
          return g_strndup (start, strcspn (start, "; \t"));
        }
    }
  return NULL;
}

char *
sf_mail_read_date (const char *value)
{
  static const char *const months[]
      = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  const char *comma = strchr (value, ',');
  char month[4];
  int day, year;

  if (sscanf (comma != NULL ? comma + 1 : value, " %2d %3s %4d", &day, month, &year) != 3)
    return NULL;
  for (int i = 0; i < 12; i++)
    if (g_ascii_strcasecmp (month, months[i]) == 0)
      return sf_look_make_date (year, i + 1, day);
  return NULL;
}

char *
sf_mail_read_body (const SfMailPart *part)
{
  g_autofree char *way = sf_mail_get (part, "Content-Transfer-Encoding");
  g_autofree char *type = sf_mail_get (part, "Content-Type");
  g_autofree char *charset = type != NULL ? sf_mail_get_parameter (type, "charset") : NULL;
  const char *text = (const char *)part->body.data;
  gsize length = MIN (part->body.length, MAX_BODY);
  g_autoptr (GByteArray) bytes = NULL;

  if (way != NULL && g_ascii_strcasecmp (way, "base64") == 0)
    bytes = unpack_base64 (text, length);
  else if (way != NULL && g_ascii_strcasecmp (way, "quoted-printable") == 0)
    bytes = unquote (text, length, FALSE);
  else
    return sf_text_from_bytes (sf_bytes_part (part->body, 0, length), charset);
  return sf_text_from_bytes ((SfBytes){ bytes->data, bytes->len }, charset);
}
