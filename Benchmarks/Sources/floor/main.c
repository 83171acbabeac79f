/* The least that any generator must do: reads every record, has cmark render its body, and writes as many files
   of the same sizes as a finished site has, in the same folders. */

#define _GNU_SOURCE
#include <cmark.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static size_t rendered;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

/* The whole of a file, ended by a zero. */
static char *read_file(const char *path, size_t size) {
  int file = open(path, O_RDONLY);
  char *text = malloc(size + 1);
  if (file < 0 || text == NULL) fail(path);
  size_t have = 0;
  while (have < size) {
    ssize_t count = read(file, text + have, size - have);
    if (count < 0) fail(path);
    if (count == 0) break;
    have += (size_t)count;
  }
  text[have] = 0;
  close(file);
  return text;
}

/* What stands after the front matter. */
static const char *body(const char *text) {
  if (strncmp(text, "---\n", 4) != 0) return text;
  const char *end = strstr(text + 3, "\n---\n");
  return end == NULL ? text : end + 5;
}

static int render(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)place;
  size_t length = strlen(path);
  if (kind != FTW_F || length < 3 || strcmp(path + length - 3, ".md") != 0) return 0;
  char *text = read_file(path, (size_t)status->st_size);
  const char *markdown = body(text);
  char *html = cmark_markdown_to_html(markdown, strlen(markdown), CMARK_OPT_DEFAULT);
  rendered += strlen(html);
  free(html);
  free(text);
  return 0;
}

/* Makes the folders of a path that the path before did not have. */
static void make_folders(char *path, const char *before) {
  size_t same = 0, known = 0;
  for (; path[same] != 0 && path[same] == before[same]; same++)
    if (path[same] == '/') known = same;
  for (char *slash = strchr(path + known + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    if (mkdir(path, 0777) != 0 && errno != EEXIST) fail(path);
    *slash = '/';
  }
}

static void write_file(const char *path, const char *bytes, size_t size) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
  if (file < 0) fail(path);
  while (size > 0) {
    ssize_t count = write(file, bytes, size);
    if (count < 0) fail(path);
    bytes += count;
    size -= (size_t)count;
  }
  close(file);
}

/* Writes what a list names: a line of bytes, a space and a path for each file. */
static size_t write_files(FILE *list, const char *output) {
  char *line = NULL, *bytes = NULL, path[4096] = "", before[4096] = "";
  size_t room = 0, most = 0, files = 0;
  ssize_t length;
  while ((length = getline(&line, &room, list)) > 0) {
    line[strcspn(line, "\n")] = 0;
    char *name;
    size_t size = strtoull(line, &name, 10);
    if (*name != ' ') fail("the list of sizes");
    if (size > most) {
      bytes = realloc(bytes, size);
      if (bytes == NULL) fail("memory");
      memset(bytes + most, ' ', size - most);
      most = size;
    }
    if (snprintf(path, sizeof path, "%s/%s", output, name + 1) >= (int)sizeof path) fail(name);
    make_folders(path, before);
    write_file(path, bytes, size);
    strcpy(before, path);
    files++;
  }
  free(bytes);
  free(line);
  return files;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: floor CONTENT SIZES OUTPUT\n");
    return 64;
  }
  if (nftw(arguments[1], render, 32, FTW_PHYS) != 0) fail(arguments[1]);
  FILE *list = fopen(arguments[2], "r");
  if (list == NULL) fail(arguments[2]);
  size_t files = write_files(list, arguments[3]);
  fclose(list);
  printf("floor: %zu bytes rendered, %zu files written\n", rendered, files);
  return 0;
}
